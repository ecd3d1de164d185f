package org.aidledger.api.admission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that changes something, or looks like it, and is answered all the same while the queue
 * is full: it asks the read models, leaves work to a background that keeps a pace of its own, or
 * decides who may come in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BesideTheBook {}
