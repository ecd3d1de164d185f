package org.aidledger.api.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the {@link Shape} parameter of a controller's method that takes the request's body. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface JsonBody {

  /** Limit of most bodies, in bytes. */
  int SMALL = 64 * 1024;

  /** Limit of a batch of 10,000 lines, in bytes. */
  int BATCH = 8 * 1024 * 1024;

  /** A record whose components are the fields of the body, for the API document. */
  Class<?> value();

  /** The most bytes that the body may have; one more is answered 413. */
  int maxBytes() default SMALL;

  /** Whether an empty body stands for an object without fields. */
  boolean optional() default false;
}
