package org.aidledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

class ServeTest {

  @ParameterizedTest
  @ValueSource(strings = {"--prot 9090", "9090", "--port", "--data", "--demo yes"})
  void aSlipOfTheHandStartsNothing(String options) {
    assertThat(Serve.run(options.split(" "))).isEqualTo(64);
  }

  @Test
  void aPortThatIsInUseIsOneSentenceThatSaysWhatToDo() {
    RuntimeException failure =
        Objects.requireNonNull(
            StartFailures.of(
                new ApplicationContextException("no web server", new PortInUseException(8080))));
    assertThat(failure).isInstanceOf(PortInUseException.class);
    assertThat(Serve.sentence(failure)).contains("端口 8080", "port 8080", "--port");
  }
}
