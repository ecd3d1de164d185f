package org.aidledger.api.web;

import java.time.Clock;
import java.time.Duration;
import org.aidledger.api.web.live.LiveBalances;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.trail.PositionQueries;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the pages stand on: words, language, files, live balances. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  /** Must be the version in the parent pom; a test asks for the file. */
  static final String CHART_JS = "4.5.1";

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setDefaultLocale(Language.ZH.locale());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    return new LanguageResolver();
  }

  @Bean
  TrailRows trailRows(
      MessageSource messages,
      FundQueries funds,
      ActorNames actors,
      PersonalTexts personal,
      Clock clock) {
    return new TrailRows(messages, funds, actors, personal, clock.getZone());
  }

  @Bean
  LiveBalances liveBalances(
      FundQueries funds, BalanceQueries balances, PositionQueries positions, Clock clock) {
    return new LiveBalances(funds, balances, positions, clock);
  }

  @Bean
  WebMvcConfigurer pages() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice()).excludePathPatterns("/api/**", "/assets/**");
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        library(registry, "chartjs/" + CHART_JS, "chart.js/" + CHART_JS);
        // Asked for again at every page, and answered with 304 as long as nothing changed.
        registry
            .addResourceHandler("/assets/**")
            .addResourceLocations("classpath:/assets/")
            .setCacheControl(CacheControl.noCache());
      }

      private void library(ResourceHandlerRegistry registry, String path, String webjar) {
        registry
            .addResourceHandler("/assets/" + path + "/**")
            .addResourceLocations("classpath:/META-INF/resources/webjars/" + webjar + "/dist/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
      }
    };
  }
}
