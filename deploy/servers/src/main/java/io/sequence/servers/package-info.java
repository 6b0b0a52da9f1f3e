/**
 * PostgreSQL, Kafka and the SMTP inbox as processes of this machine, and the database as a house
 * finds it.
 */
@NullMarked
package io.sequence.servers;

import org.jspecify.annotations.NullMarked;
