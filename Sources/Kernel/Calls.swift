/// The system calls that need no handle: the door to the machine. One line each, so that there is
/// nothing to test below them; the files named Calls+X.swift in the folders of this room have them,
/// by what they are about.
public enum Calls {}
