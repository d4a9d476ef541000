/** Who may use the web app: persons, roles, passwords, second factor, tokens. */
@NullMarked
package org.dorsum.clinic.people;

import org.jspecify.annotations.NullMarked;
