package io.sequence.messaging;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's cooperative sticky assignor, except that a process which cannot reach its database gets
 * nothing while another can: what it holds would wait for as long as it is cut off. When nobody can
 * reach it, or nobody is sure, everything stays where it is.
 *
 * <p>Each member tells how it stands when it joins: one byte, the place in {@link Fitness}, before
 * what the sticky assignor has to say. As Kafka's cooperative protocol wants it, what an unfit
 * member held goes to others in the round after the one in which it gave it up.
 */
public final class FittestAssignor implements ConsumerPartitionAssignor {
    // Kafka makes its assignors itself, from their names: this is the only way in.
    private static volatile Fitness own = Fitness.FIT;
    private static volatile Fitness told = Fitness.FIT;

    private final CooperativeStickyAssignor sticky = new CooperativeStickyAssignor();

    /** What members of this process tell from now on, each when it joins the next time. */
    static void declare(Fitness fitness) {
        own = fitness;
    }

    /** What a member of this process has told last. */
    static Fitness told() {
        return told;
    }

    @Override
    public String name() {
        return "fittest";
    }

    @Override
    public List<RebalanceProtocol> supportedProtocols() {
        return List.of(RebalanceProtocol.COOPERATIVE);
    }

    @Override
    public ByteBuffer subscriptionUserData(Set<String> topics) {
        Fitness now = own;
        ByteBuffer more = sticky.subscriptionUserData(topics);
        int length = more == null ? 0 : more.remaining();
        ByteBuffer data = ByteBuffer.allocate(1 + length).put((byte) now.ordinal());
        if (more != null) {
            data.put(more.duplicate());
        }
        told = now;
        return data.flip();
    }

    @Override
    public GroupAssignment assign(Cluster metadata, GroupSubscription group) {
        Map<String, Member> members = new HashMap<>();
        group.groupSubscription().forEach((name, said) -> members.put(name, Member.of(said)));
        Set<String> served = new HashSet<>();
        members.values().stream()
                .filter(member -> member.fitness() == Fitness.FIT)
                .forEach(member -> served.addAll(member.subscription().topics()));
        Map<String, Subscription> taking = new HashMap<>();
        members.forEach(
                (name, member) -> {
                    if (!member.isSpared(served)) {
                        taking.put(name, member.subscription());
                    }
                });
        Map<String, Assignment> assigned =
                new HashMap<>(
                        sticky.assign(metadata, new GroupSubscription(taking)).groupAssignment());
        Set<TopicPartition> givenUp = new HashSet<>();
        members.forEach(
                (name, member) -> {
                    if (!taking.containsKey(name)) {
                        assigned.put(name, new Assignment(List.of()));
                        givenUp.addAll(member.subscription().ownedPartitions());
                    }
                });
        taking.keySet()
                .forEach(name -> assigned.computeIfPresent(name, (_, all) -> free(all, givenUp)));
        return new GroupAssignment(assigned);
    }

    private static Assignment free(Assignment all, Set<TopicPartition> givenUp) {
        return new Assignment(
                all.partitions().stream().filter(one -> !givenUp.contains(one)).toList(),
                all.userData());
    }

    @Override
    public void onAssignment(Assignment assignment, ConsumerGroupMetadata metadata) {
        sticky.onAssignment(assignment, metadata);
    }

    /** What a member told, and how it looks to the sticky assignor. */
    private record Member(Fitness fitness, Subscription subscription) {
        private static final int NO_GENERATION = -1;

        static Member of(Subscription said) {
            ByteBuffer data = said.userData();
            if (data == null || !data.hasRemaining()) {
                return new Member(Fitness.FIT, with(said, null));
            }
            ByteBuffer rest = data.duplicate();
            int place = rest.get();
            boolean known = place >= 0 && place < Fitness.values().length;
            return new Member(
                    known ? Fitness.values()[place] : Fitness.FIT,
                    with(said, rest.hasRemaining() ? rest.slice() : null));
        }

        /** Whether others can do what it is there for, and it cannot. */
        boolean isSpared(Set<String> served) {
            return fitness == Fitness.UNFIT && served.containsAll(subscription.topics());
        }

        private static Subscription with(Subscription said, @Nullable ByteBuffer data) {
            var subscription =
                    new Subscription(
                            said.topics(),
                            data,
                            said.ownedPartitions(),
                            said.generationId().orElse(NO_GENERATION),
                            said.rackId());
            subscription.setGroupInstanceId(said.groupInstanceId());
            return subscription;
        }
    }
}
