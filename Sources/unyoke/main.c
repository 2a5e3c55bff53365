int unyoke_main(int argc, char **argv);

int main(int argc, char **argv) { return unyoke_main(argc, argv); }
