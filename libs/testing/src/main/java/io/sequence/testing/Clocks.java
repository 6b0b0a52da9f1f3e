package io.sequence.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;

/** How code gets at the time of day without being given it. */
final class Clocks {

    private Clocks() {}

    /** Calls {@code now()} without a clock, makes a system clock, or asks the system. */
    static ArchCondition<JavaClass> readAClock() {
        return ArchConditions.accessTargetWhere(
                        DescribedPredicate.describe("reads a clock", Clocks::reads))
                .as("read a clock");
    }

    private static boolean reads(JavaAccess<?> access) {
        if (!(access instanceof JavaCall<?> call)) {
            return false;
        }
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Date" -> name.equals("<init>") && noArguments;
            case "java.time.InstantSource" -> name.equals("system");
            default -> owner.startsWith("java.time.") && name.equals("now") && noArguments;
        };
    }
}
