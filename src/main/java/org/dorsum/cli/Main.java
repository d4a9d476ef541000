package org.dorsum.cli;

public final class Main {
    private Main() {}

    public static void main(String[] a) {
        System.out.println(a.length);
    }
}
