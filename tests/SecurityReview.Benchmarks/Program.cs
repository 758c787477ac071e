using SecurityReview.Benchmarks;
using SecurityReview.Benchmarks.Measuring;
using SecurityReview.Benchmarks.Sweeping;

try
{
    var options = BenchmarkOptions.Parse(args);
    return options.Sweep is null ? Benchmark.Run(options) : await SweepRun.RunAsync(options).ConfigureAwait(false);
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}
