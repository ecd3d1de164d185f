package org.aidledger.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Nothing depends on the benchmarks. */
@AnalyzeClasses(packages = "org.aidledger")
class ArchitectureTest {

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_BENCHMARKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.aidledger.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.aidledger.benchmarks..");
}
