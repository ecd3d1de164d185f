package org.aidledger.api.axonserver;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

/**
 * Writes orders and their answers as JSON. Where the declared type says too little, the class is
 * named beside the value: the outcomes of a batch, and the event within an answer.
 */
final class Messages {

  private static final String OWN = "org.aidledger.";

  private Messages() {}

  static Serializer serializer() {
    return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(Messages::json).build();
  }

  private static void json(JsonMapper.Builder json) {
    PolymorphicTypeValidator ownTypes =
        BasicPolymorphicTypeValidator.builder().allowIfSubType(OWN).build();
    json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .polymorphicTypeValidator(ownTypes)
        .setDefaultTyping(new OpenTypes(ownTypes));
  }

  /** Types of which a value's class cannot be guessed: our sealed interfaces, and Object. */
  private static final class OpenTypes extends DefaultTypeResolverBuilder {

    private static final long serialVersionUID = 1L;

    OpenTypes(PolymorphicTypeValidator validator) {
      super(validator, DefaultTyping.OBJECT_AND_NON_CONCRETE, JsonTypeInfo.As.PROPERTY);
    }

    @Override
    public boolean useForType(JavaType type) {
      return type.isJavaLangObject()
          || (type.getRawClass().isInterface() && type.getRawClass().getName().startsWith(OWN));
    }
  }
}
