/**
 * Forms: what was typed becomes the shape that REST reads, problems come back beside their fields,
 * and what was sent twice is carried out once.
 */
@NullMarked
package org.aidledger.api.web.form;

import org.jspecify.annotations.NullMarked;
