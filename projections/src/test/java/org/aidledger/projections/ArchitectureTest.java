package org.aidledger.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateIdentifier;

@AnalyzeClasses(packages = "org.aidledger.projections", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> AGGREGATES =
      DescribedPredicate.describe(
          "aggregates",
          type ->
              type.getFields().stream()
                  .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));

  @ArchTest
  static final ArchRule READS_EVENTS_NEVER_AGGREGATES =
      noClasses().should().dependOnClassesThat(AGGREGATES);

  @ArchTest
  static final ArchRule KNOWS_NO_COMMANDS =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.aidledger.core..command..");

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.aidledger.store..",
              "org.aidledger.api..",
              "org.springframework.boot..",
              "org.axonframework.modelling..",
              "org.axonframework.eventsourcing..");

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("org.aidledger.projections.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now");
}
