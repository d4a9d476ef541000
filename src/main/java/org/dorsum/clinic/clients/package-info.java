/** Clients of a clinic: consent, consultation, visits, treatments. */
@NullMarked
package org.dorsum.clinic.clients;

import org.jspecify.annotations.NullMarked;
