/** Pages and the programming interface of the web app; who may call which is in {@code Rights}. */
@NullMarked
package org.dorsum.clinic.web;

import org.jspecify.annotations.NullMarked;
