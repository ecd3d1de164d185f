package org.aidledger.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.period.event.ClosingStatements;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/** The domain depends on little, takes time and chance as inputs, and reckons without fractions. */
@AnalyzeClasses(
    packages = "org.aidledger.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Set<Class<?>> INEXACT =
      Set.of(float.class, double.class, Float.class, Double.class);

  @ArchTest
  static final ArchRule THE_DOMAIN_KNOWS_ONLY_THE_JDK_AND_THE_CORE_OF_AXON =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  "java..",
                  "org.aidledger.core..",
                  "org.jspecify.annotations..",
                  "org.axonframework.commandhandling..",
                  "org.axonframework.eventhandling..",
                  "org.axonframework.eventsourcing..",
                  "org.axonframework.messaging..",
                  "org.axonframework.modelling..",
                  "org.axonframework.serialization.."));

  @ArchTest
  static final ArchRule NO_SQL_NO_NETWORK_NO_FILES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "java.util.logging..");

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_ARE_INPUTS =
      noClasses()
          .should()
          .accessTargetWhere(clockOrChance())
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule MONEY_HAS_NO_FLOATING_POINT_FIELDS =
      fields().should().notHaveRawType(inexact());

  @ArchTest
  static final ArchRule NOR_RESULTS = codeUnits().should().notHaveRawReturnType(inexact());

  @ArchTest
  static final ArchRule NOTHING_WRITES_TO_THE_CONSOLE =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule EVENTS_ARE_RECORDS_WITH_A_REVISION =
      classes()
          .that()
          .resideInAPackage("..event")
          .and()
          .areNotInterfaces()
          .and()
          .areNotAssignableTo(Donor.class)
          .and()
          .areNotAssignableTo(Payee.class)
          .and()
          .areNotAssignableTo(ClosingStatements.class)
          .should()
          .beRecords()
          .andShould()
          .beAnnotatedWith(Revision.class);

  @ArchTest
  static final ArchRule ORDERS_ARE_RECORDS =
      classes().that().resideInAPackage("..command").and().areNotInterfaces().should().beRecords();

  @ArchTest
  static final ArchRule EVENTS_KNOW_NO_ORDERS =
      noClasses()
          .that()
          .resideInAPackage("..event")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..command");

  @ArchTest
  static final ArchRule HANDLERS_ARE_FOR_AXON_ALONE =
      codeUnits()
          .that()
          .areAnnotatedWith(EventSourcingHandler.class)
          .or()
          .areAnnotatedWith(CommandHandler.class)
          .should()
          .notBePublic();

  /** An account's number may be written down anywhere without knowing what an account is. */
  @ArchTest
  static final ArchRule FEATURES_DO_NOT_DEPEND_IN_CIRCLES =
      slices()
          .matching("org.aidledger.core.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(alwaysTrue(), equivalentTo(AccountId.class));

  /** The prohibitions above hold because they look, not because they look elsewhere. */
  @Test
  void theRulesFindWhatTheyForbid() {
    JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
    for (ArchRule rule :
        new ArchRule[] {
          TIME_AND_CHANCE_ARE_INPUTS,
          MONEY_HAS_NO_FLOATING_POINT_FIELDS,
          NOR_RESULTS,
          NOTHING_WRITES_TO_THE_CONSOLE,
          NO_SQL_NO_NETWORK_NO_FILES
        }) {
      assertThatExceptionOfType(AssertionError.class)
          .as(rule.getDescription())
          .isThrownBy(() -> rule.check(offenders));
    }
  }

  private static DescribedPredicate<JavaAccess<?>> clockOrChance() {
    return DescribedPredicate.describe(
        "reads a clock or throws dice",
        access -> {
          AccessTarget target = access.getTarget();
          JavaClass owner = target.getOwner();
          String name = target.getName();
          return (resideInAPackage("java.time..").test(owner) && name.equals("now"))
              || (owner.isEquivalentTo(System.class) && name.matches("currentTimeMillis|nanoTime"))
              || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
              || (owner.isEquivalentTo(Math.class) && name.equals("random"))
              || (owner.isEquivalentTo(Date.class) && name.equals("<init>"));
        });
  }

  private static DescribedPredicate<JavaClass> inexact() {
    return DescribedPredicate.describe(
        "inexact numbers", type -> INEXACT.stream().anyMatch(type::isEquivalentTo));
  }
}
