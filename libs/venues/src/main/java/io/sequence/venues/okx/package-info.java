/** OKX V5: trading and funding accounts over REST. */
@NullMarked
package io.sequence.venues.okx;

import org.jspecify.annotations.NullMarked;
