package io.sequence.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;

/**
 * One rule of the house.
 *
 * @param name a short name for reports
 * @param rule what it asks of the classes
 */
public record HouseRule(String name, ArchRule rule) {

    /** What the classes do against the rule, a sentence each; empty when they keep it. */
    public List<String> trespasses(JavaClasses classes) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
        return result.getFailureReport().getDetails();
    }
}
