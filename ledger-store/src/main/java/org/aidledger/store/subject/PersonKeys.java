package org.aidledger.store.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one person.
 *
 * @param identifying the one that decides who it is; absent for a mere name
 * @param all every key by which the person may be found later
 */
record PersonKeys(@Nullable IndexKey identifying, List<IndexKey> all) {}
