package org.dorsum.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a command finish what it has in hand when it is told to end, by Ctrl-C or as services are; the second time it ends at
 * once.
 *
 * <p>A shutdown hook would not do: libraries of the network close down in hooks of their own while photos are being measured.
 * The signals are handled through {@code sun.misc.Signal} by reflection, since javac warns of it; where a machine has none,
 * or Java was started with {@code -Xrs}, the command ends at once.
 */
final class Interrupts implements AutoCloseable {
    private static final int BASE = 128; // what shells add to a signal's number

    private final AtomicInteger status = new AtomicInteger();
    private final List<Restore> restores = new ArrayList<>();
    private final Runnable told;

    /** Gives a signal back to whoever had it. */
    private interface Restore {
        void run() throws ReflectiveOperationException;
    }

    private Interrupts(Runnable told) {
        this.told = told;
    }

    /**
     * Listens until closed.
     *
     * @param told called at the first signal, by another thread
     */
    static Interrupts listen(Runnable told) {
        Interrupts interrupts = new Interrupts(told);
        interrupts.handle("INT", BASE + 2);
        interrupts.handle("TERM", BASE + 15);
        return interrupts;
    }

    private void handle(String name, int statusOfIt) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object one = signal.getConstructor(String.class).newInstance(name);
            Object ours = Proxy.newProxyInstance(
                    handler.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            raised(statusOfIt);
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> arguments != null && proxy == arguments[0];
                        default -> name;
                    });
            Object before = signal.getMethod("handle", signal, handler).invoke(null, one, ours);
            restores.add(() -> signal.getMethod("handle", signal, handler).invoke(null, one, before));
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) { // the system keeps this signal to itself
                throw new IllegalStateException(e);
            }
        } catch (ReflectiveOperationException e) {
            // this Java has no such class: it ends at once
        }
    }

    private void raised(int statusOfIt) {
        if (!status.compareAndSet(0, statusOfIt)) {
            Runtime.getRuntime().halt(statusOfIt);
        }
        told.run();
    }

    /** Whether the command was told to end. */
    boolean requested() {
        return status.get() != 0;
    }

    /** 130 after Ctrl-C, 143 after a request to end. */
    int status() {
        return status.get();
    }

    @Override
    public void close() {
        for (Restore restore : restores) {
            try {
                restore.run();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
