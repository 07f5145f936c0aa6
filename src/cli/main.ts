process.stdout.write("arkitekt\n");
