package org.aidledger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.RestController;

/** Arrows point one way: api → projections → core ← store ← api, and store → evidence. */
@AnalyzeClasses(packages = "org.aidledger", importOptions = DoNotIncludeTests.class)
class ModulesTest {

  @ArchTest
  static final ArchRule MODULES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("evidence")
          .definedBy("org.aidledger.evidence..")
          .layer("core")
          .definedBy("org.aidledger.core..")
          .layer("store")
          .definedBy("org.aidledger.store..")
          .layer("projections")
          .definedBy("org.aidledger.projections..")
          .layer("api")
          .definedBy("org.aidledger.api..")
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("projections")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers("api", "store", "projections")
          .layer("verifier")
          .definedBy("org.aidledger.verifier..")
          .whereLayer("verifier")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("evidence")
          .mayOnlyBeAccessedByLayers("api", "store", "verifier");

  /** Whoever rebuilds a book asks first; the server itself never relies on its own auditor. */
  @ArchTest
  static final ArchRule ONLY_THE_REBUILDING_OF_A_BOOK_ASKS_THE_VERIFIER =
      noClasses()
          .that()
          .resideInAPackage("org.aidledger.api..")
          .and()
          .resideOutsideOfPackage("org.aidledger.api.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.aidledger.verifier..");

  /** What checks the book must not share a mistake with what keeps it. */
  @ArchTest
  static final ArchRule THE_VERIFIER_KNOWS_EVIDENCE_AND_A_JSON_PARSER =
      noClasses()
          .that()
          .resideInAPackage("org.aidledger.verifier..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "org.aidledger.verifier..",
              "org.aidledger.evidence..",
              "tools.jackson.core..",
              "java..",
              "org.jspecify.annotations..");

  /** An auditor's tool holds these classes and nothing else. */
  @ArchTest
  static final ArchRule EVIDENCE_KNOWS_THE_JDK_AND_NOTHING_ELSE =
      noClasses()
          .that()
          .resideInAPackage("org.aidledger.evidence..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "org.aidledger.evidence..", "java..", "javax.crypto..", "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK_OF_THE_EDGE =
      noClasses()
          .that()
          .resideInAPackage("org.aidledger.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "tools.jackson..");

  @ArchTest
  static final ArchRule THE_DOMAIN_READS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("org.aidledger.core..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule MONEY_IS_NEVER_FLOATING =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("org.aidledger..")
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(Double.class)
          .orShould()
          .haveRawType(Float.class);

  @ArchTest
  static final ArchRule READ_MODELS_KNOW_NO_AGGREGATE =
      noClasses()
          .that()
          .resideInAPackage("org.aidledger.projections..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.aidledger.core.fund.Fund")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.aidledger.core.donation.Donation")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.aidledger.core.payout.Payout");

  @ArchTest
  static final ArchRule CONTROLLERS_STAY_IN_THEIR_PACKAGES =
      classes().that().areAnnotatedWith(RestController.class).should().notBePublic();
}
