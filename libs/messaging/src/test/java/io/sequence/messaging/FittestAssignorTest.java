package io.sequence.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FittestAssignorTest {
    private static final String KEYS = "key.validated";
    private static final String CHECKS = "check.requested";
    private static final int PARTITIONS = 6;

    private final FittestAssignor assignor = new FittestAssignor();
    private final Map<String, Subscription> group = new HashMap<>();
    private Map<String, Assignment> assigned = Map.of();

    @AfterEach
    void fitAgain() {
        FittestAssignor.declare(Fitness.FIT);
        assignor.subscriptionUserData(Set.of());
    }

    @Test
    void membersThatAreFitShareEvenly() {
        joins("a", Fitness.FIT, KEYS);
        joins("b", Fitness.FIT, KEYS);
        assign();
        assertThat(of("a")).hasSize(3);
        assertThat(of("b")).hasSize(3);
        assertThat(of("a")).doesNotContainAnyElementsOf(of("b"));
    }

    /** In two rounds: Kafka's client refuses to assign what another member still holds. */
    @Test
    void whoIsUnfitGivesEverythingUpAndOthersGetIt() {
        shared();
        List<TopicPartition> its = of("b");
        joins("a", Fitness.UNFIT, KEYS);
        joins("b", Fitness.FIT, KEYS);
        assign();
        assertThat(of("a")).isEmpty();
        assertThat(of("b")).containsExactlyInAnyOrderElementsOf(its);
        joins("a", Fitness.UNFIT, KEYS);
        joins("b", Fitness.FIT, KEYS);
        assign();
        assertThat(of("a")).isEmpty();
        assertThat(of("b")).containsExactlyInAnyOrderElementsOf(all(KEYS));
    }

    /** Whose database is away for all turns unfit one after another, and each holds its own. */
    @ParameterizedTest
    @EnumSource(names = {"DOUBTFUL", "UNFIT"})
    void whoIsUnfitKeepsWhatItHoldsWhileNobodyIsKnownToBeFit(Fitness other) {
        shared();
        List<TopicPartition> before = of("a");
        List<TopicPartition> its = of("b");
        joins("a", Fitness.UNFIT, KEYS);
        joins("b", other, KEYS);
        assign();
        assertThat(of("a")).containsExactlyInAnyOrderElementsOf(before);
        assertThat(of("b")).containsExactlyInAnyOrderElementsOf(its);
    }

    @Test
    void whoIsInDoubtKeepsWhatItHolds() {
        shared();
        List<TopicPartition> before = of("a");
        joins("a", Fitness.DOUBTFUL, KEYS);
        joins("b", Fitness.FIT, KEYS);
        assign();
        assertThat(of("a")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whatNobodyElseHearsIsNotTaken() {
        joins("a", Fitness.UNFIT, KEYS);
        joins("a-checks", Fitness.UNFIT, CHECKS);
        joins("b", Fitness.FIT, KEYS);
        assign();
        assertThat(of("a")).isEmpty();
        assertThat(of("b")).containsExactlyInAnyOrderElementsOf(all(KEYS));
        assertThat(of("a-checks")).containsExactlyInAnyOrderElementsOf(all(CHECKS));
    }

    @Test
    void whoComesBackGetsItsShareAfterOthersGaveItUp() {
        joins("a", Fitness.FIT, KEYS);
        joins("b", Fitness.FIT, KEYS, all(KEYS));
        assign();
        assertThat(of("a")).isEmpty();
        assertThat(of("b")).hasSize(3);
        joins("a", Fitness.FIT, KEYS);
        joins("b", Fitness.FIT, KEYS, of("b"));
        assign();
        assertThat(of("a")).hasSize(3);
        assertThat(of("b")).hasSize(3);
    }

    @Test
    void aMemberThatTellsNothingOrSomethingElseIsFit() {
        group.put("a", new Subscription(List.of(KEYS), null, List.of(), 1, Optional.empty()));
        group.put(
                "b",
                new Subscription(
                        List.of(KEYS),
                        ByteBuffer.wrap(new byte[] {99, 0, 0, 0, 1}),
                        List.of(),
                        1,
                        Optional.empty()));
        assign();
        assertThat(of("a")).hasSize(3);
        assertThat(of("b")).hasSize(3);
    }

    @Test
    void whatWasToldLastIsKnown() {
        FittestAssignor.declare(Fitness.UNFIT);
        assertThat(FittestAssignor.told()).isEqualTo(Fitness.FIT);
        assignor.subscriptionUserData(Set.of(KEYS));
        assertThat(FittestAssignor.told()).isEqualTo(Fitness.UNFIT);
    }

    /** As it is done by the assignor itself: what it adds must not disturb it. */
    @Test
    void theStickyAssignorGetsWhatItSaid() {
        ByteBuffer its = new CooperativeStickyAssignor().subscriptionUserData(Set.of(KEYS));
        ByteBuffer data = assignor.subscriptionUserData(Set.of(KEYS));
        assertThat(data.get()).isEqualTo((byte) Fitness.FIT.ordinal());
        assertThat(data.slice()).isEqualTo(its);
    }

    private void shared() {
        joins("a", Fitness.FIT, KEYS);
        joins("b", Fitness.FIT, KEYS);
        assign();
    }

    /** With what it was assigned before. */
    private void joins(String member, Fitness fitness, String topic) {
        joins(member, fitness, topic, assigned.containsKey(member) ? of(member) : List.of());
    }

    private void joins(String member, Fitness fitness, String topic, List<TopicPartition> owned) {
        FittestAssignor.declare(fitness);
        ByteBuffer data = assignor.subscriptionUserData(Set.of(topic));
        group.put(member, new Subscription(List.of(topic), data, owned, 1, Optional.empty()));
    }

    private void assign() {
        assigned = assignor.assign(cluster(), new GroupSubscription(group)).groupAssignment();
        assertThat(assigned.keySet()).isEqualTo(group.keySet());
    }

    private List<TopicPartition> of(String member) {
        return assigned.get(member).partitions();
    }

    private static List<TopicPartition> all(String topic) {
        var all = new ArrayList<TopicPartition>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            all.add(new TopicPartition(topic, partition));
        }
        return all;
    }

    private static Cluster cluster() {
        Node node = new Node(1, "broker", 9092);
        Node[] replicas = {node};
        List<PartitionInfo> partitions = new ArrayList<>();
        for (String topic : List.of(KEYS, CHECKS)) {
            for (TopicPartition one : all(topic)) {
                partitions.add(new PartitionInfo(topic, one.partition(), node, replicas, replicas));
            }
        }
        return new Cluster("cluster", List.of(node), partitions, Set.of(), Set.of());
    }
}
