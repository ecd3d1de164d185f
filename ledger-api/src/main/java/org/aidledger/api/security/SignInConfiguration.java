package org.aidledger.api.security;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The parts behind the doors. Needs a {@link DataSource}, a {@link RoleDirectory} and a {@link
 * RefusalLog}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
@PropertySource("classpath:web-defaults.properties")
public class SignInConfiguration {

  /** The one count of failed attempts by address, for passwords and tokens together. */
  @Bean
  Throttle attemptsByAddress(SecuritySettings settings) {
    return new Throttle(
        System::nanoTime,
        settings.attemptWindow(),
        settings.attemptsPerAddress(),
        settings.remembered());
  }

  @Bean
  Credentials credentials(DataSource dataSource) {
    SecuritySchema.migrate(dataSource);
    return new Credentials(dataSource);
  }

  /** Takes the credentials only so that the tables are there. */
  @Bean
  ApiTokens apiTokens(DataSource dataSource, Credentials credentials) {
    return new ApiTokens(dataSource);
  }

  @Bean
  Passwords passwords(SecuritySettings settings) {
    return new Passwords(settings.bcryptStrength());
  }

  @Bean
  SignIn signIn(
      Credentials credentials,
      Passwords passwords,
      SecuritySettings settings,
      Throttle attemptsByAddress) {
    return new SignIn(credentials, passwords, settings, attemptsByAddress, System::nanoTime);
  }

  @Bean
  TokenSignIn tokenSignIn(
      ApiTokens tokens,
      Credentials credentials,
      SecuritySettings settings,
      Throttle attemptsByAddress) {
    return new TokenSignIn(
        tokens, credentials, settings, attemptsByAddress, Clock.systemUTC(), System::nanoTime);
  }

  @Bean
  Standings standings(Credentials credentials, SecuritySettings settings) {
    return new Standings(credentials, settings, System::nanoTime);
  }

  @Bean
  FormSignIn formSignIn(SignIn signIn) {
    return new FormSignIn(signIn);
  }

  @Bean
  CurrentActor currentActor(RoleDirectory roles) {
    return new CurrentActor(roles);
  }

  @Bean
  WebMvcConfigurer roles(CurrentActor current, RefusalLog refusals) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver(current));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleGate(current, refusals)).order(0);
      }
    };
  }
}
