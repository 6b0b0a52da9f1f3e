/** What lies in the connected exchange accounts, asset by asset; nothing is priced. */
@NullMarked
package io.sequence.intake.domain.asset;

import org.jspecify.annotations.NullMarked;
