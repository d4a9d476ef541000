package org.dorsum;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** That no public method or constructor takes or returns a type of a package. */
final class PublicSignatures extends ArchCondition<JavaClass> {
    private final String packageName;

    PublicSignatures(String packageName) {
        super("not show " + packageName + " in a public signature");
        this.packageName = packageName;
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (JavaCodeUnit unit : item.getCodeUnits()) {
            boolean shows = Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                    .anyMatch(t -> t.getPackageName().startsWith(packageName));
            if (unit.getModifiers().contains(JavaModifier.PUBLIC) && shows) {
                events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + packageName));
            }
        }
    }
}
