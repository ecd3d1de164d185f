package org.aidledger.api.json;

import java.util.List;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.document.DocumentId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.entry.TransferId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.subject.SubjectId;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets controllers take a {@link Shape} for the body and identifiers of the domain in the path.
 * Needs a {@link BusinessCalendar}.
 */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {

  @Bean
  WebMvcConfigurer strictArguments(BusinessCalendar calendar) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ShapeResolver(calendar));
      }

      // After the roles are checked: who may not ask at all hears that.
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterGate()).order(1);
      }

      @Override
      public void addFormatters(FormatterRegistry registry) {
        addIdentifiers(registry);
      }
    };
  }

  /** After Spring's own, in whose place it is. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer measuredAnswers(JsonMapper json) {
    return converters -> converters.withJsonConverter(new MeasuredJson(json));
  }

  private static void addIdentifiers(FormatterRegistry registry) {
    registry.addConverter(String.class, UUID.class, JsonConfiguration::id);
    registry.addConverter(String.class, AccountId.class, text -> new AccountId(id(text)));
    registry.addConverter(String.class, EntryId.class, text -> new EntryId(id(text)));
    registry.addConverter(String.class, DocumentId.class, text -> new DocumentId(id(text)));
    registry.addConverter(String.class, DonationId.class, text -> new DonationId(id(text)));
    registry.addConverter(String.class, EntryId.class, text -> new EntryId(id(text)));
    registry.addConverter(String.class, FundId.class, text -> new FundId(id(text)));
    registry.addConverter(String.class, PayoutBatchId.class, text -> new PayoutBatchId(id(text)));
    registry.addConverter(String.class, PayoutId.class, text -> new PayoutId(id(text)));
    registry.addConverter(String.class, SubjectId.class, text -> new SubjectId(id(text)));
    registry.addConverter(String.class, TransferId.class, text -> new TransferId(id(text)));
  }

  /** The name of the parameter is put in where the problem is answered. */
  private static UUID id(String text) {
    return Values.id("", text);
  }
}
