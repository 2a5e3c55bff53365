/* A program that does nothing: what is measured is what starts it. */
int main(void) { return 0; }
