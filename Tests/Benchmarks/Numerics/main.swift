let arguments = CommandLine.arguments
if arguments.count == 3, arguments[1] == "worst", let count = Int(arguments[2]) {
  Worst(count: count).printAll()
} else {
  Speed().printAll()
}
