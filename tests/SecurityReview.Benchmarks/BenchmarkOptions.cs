using System.Globalization;

namespace SecurityReview.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        benchmark: [--lines N] [--sinks N] [--pairs N] [--only ANALYZER] [--check] [--write FOLDER | --sources FOLDER...]
        sweep:     --sweep [FOLDER...] [--lines N] [--sinks N] [--findings FILE [--only ANALYZER]]
        """;

    /// <summary>The size of the generated application.</summary>
    public int Lines { get; init; } = 100_000;

    /// <summary>SQL texts in the second of the two applications.</summary>
    public int Sinks { get; init; } = 500;

    /// <summary>How many pairs of compiles the medians are taken of.</summary>
    public int Pairs { get; init; } = 7;

    /// <summary>The type name of the one analyzer to measure or to sweep with; null for the usual sets.</summary>
    public string? Only { get; init; }

    /// <summary>Fail when over the limits.</summary>
    public bool Check { get; init; }

    /// <summary>Where to dump the application with sinks; null for nowhere.</summary>
    public string? Write { get; init; }

    /// <summary>Folders whose sources are measured, each of their subfolders as one compilation; null for the generated applications.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Folders to analyse for exceptions instead of measuring; empty for the usual ones, null for no sweep.</summary>
    public IReadOnlyList<string>? Sweep { get; init; }

    /// <summary>Where a sweep writes its findings, a line each, to be read; it then runs with all references only. Null for their number alone.</summary>
    public string? Findings { get; init; }

    /// <exception cref="ArgumentException">The command line is not understood.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> args)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--lines":
                    options = options with { Lines = Number() };
                    break;
                case "--sinks":
                    options = options with { Sinks = Number() };
                    break;
                case "--pairs":
                    options = options with { Pairs = Number() };
                    break;
                case "--only":
                    options = options with { Only = Text() };
                    break;
                case "--check":
                    options = options with { Check = true };
                    break;
                case "--write":
                    options = options with { Write = Text() };
                    break;
                case "--findings":
                    options = options with { Findings = Text() };
                    break;
                case "--sources":
                    options = options with { Sources = Folders() is { Count: > 0 } folders ? folders : throw new ArgumentException("'--sources' needs a folder.") };
                    break;
                case "--sweep":
                    options = options with { Sweep = Folders() };
                    break;
                default:
                    throw new ArgumentException($"'{args[i]}' is no option.");
            }

            string Text() => ++i < args.Count ? args[i] : throw new ArgumentException($"'{args[i - 1]}' needs a value.");

            IReadOnlyList<string> Folders()
            {
                var folders = args.Skip(i + 1).TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
                i += folders.Count;
                return folders;
            }

            int Number()
            {
                var text = Text();
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"'{text}' is no number.");
            }
        }

        return options.Pairs > 0 ? options : throw new ArgumentException("At least one pair is needed.");
    }
}
