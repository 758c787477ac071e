using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;

namespace SecurityReview.Tool.CommandLine;

/// <summary>The command line: its argument, its options, and how they become a <see cref="ReviewRequest"/>.</summary>
internal static class ReviewCommand
{
    private const string Description =
        """
        Reviews C# code for five kinds of security weakness: data access, exception handling, context validation, delete races
        and TODOs. Nothing is changed, apart from the restore of packages.

        Exit codes:
          0  everything was analysed, and nothing is at or above the threshold
          1  everything was analysed, and there are findings
          2  something could not be analysed; it is named

        Examples:
          security-review                                             the solution in this folder
          security-review src/Shop --severity warning                 one folder, without suggestions
          security-review --ledger                                    with everything that the code leaves open
          security-review --inventory                                 with all endpoints, and who may call them
          security-review Shop.slnx --format sarif -o shop.sarif      for a code scanning service
        """;

    private static readonly Argument<string> s_path = new("path")
    {
        Description = "A folder, a project (.csproj) or a solution (.sln, .slnx). In a folder: its solution, or else all projects below.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string> s_threshold = Choice("--threshold", "Exit with 1 for findings of this severity and above.", "warning", "info", "warning");

    private static readonly Option<string> s_severity = Choice("--severity", "Leave out findings below this severity.", "all", "all", "info", "warning");

    private static readonly Option<string[]> s_rules = new("--rules")
    {
        Description = "Only these rules, separated by commas: SECR1001,SECR4001.",
        HelpName = "ids",
    };

    private static readonly Option<string> s_format = Choice("--format", "How the review is written.", "text", "text", "json", "sarif");

    private static readonly Option<string?> s_output = new("--output", "-o") { Description = "Write the review to a file.", HelpName = "file" };

    private static readonly Option<bool> s_noRestore = new("--no-restore") { Description = "Do not restore packages first." };

    private static readonly Option<bool> s_allowBroken = new("--allow-broken")
    {
        Description = "Let the findings alone decide the exit code, even if something could not be analysed. It is still named.",
    };

    private static readonly Option<bool> s_ledger = new("--ledger")
    {
        Description = "List all TODOs too, tracked or not: owner, ticket, due day, and age by git blame.",
    };

    private static readonly Option<bool> s_inventory = new("--inventory")
    {
        Description = "List all endpoints too: route, verb, who may call them and what says so, and the data that they load or change.",
    };

    private static readonly Option<bool> s_noColor = new("--no-color") { Description = "Write without colors." };

    private static readonly Option<bool> s_verbose = new("--verbose", "-v") { Description = "Tell more about what is done, and about failures." };

    /// <param name="review">What to do with an understood command line; returns the exit code.</param>
    public static RootCommand Create(Func<ReviewRequest, CancellationToken, Task<int>> review)
    {
        var command = new RootCommand(Description)
        {
            s_path, s_threshold, s_severity, s_rules, s_format, s_output, s_ledger, s_inventory, s_noRestore, s_allowBroken, s_noColor, s_verbose,
        };
        s_path.Validators.Add(RefuseOptions);
        s_rules.Validators.Add(RefuseUnknownRules);
        command.SetAction((parsed, cancellation) => review(Request(parsed), cancellation));
        return command;
    }

    /// <summary>What begins like an option is a misspelt one, not a path.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value is ['-', ..]))
            result.AddError($"There is no option '{token.Value}'.");
    }

    private static void RefuseUnknownRules(OptionResult result)
    {
        var known = Descriptors.All.Select(rule => rule.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var id in Ids(result.Tokens.Select(token => token.Value)).Where(id => !known.Contains(id)))
            result.AddError($"There is no rule '{id}'. The rules are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    private static ReviewRequest Request(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(s_path)!,
        Threshold = Severity(parsed.GetValue(s_threshold)!),
        LowestSeverity = Severity(parsed.GetValue(s_severity)!),
        Rules = Ids(parsed.GetValue(s_rules) ?? []).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
        Format = Enum.Parse<OutputFormat>(parsed.GetValue(s_format)!, ignoreCase: true),
        OutputPath = parsed.GetValue(s_output),
        Restore = !parsed.GetValue(s_noRestore),
        AllowBroken = parsed.GetValue(s_allowBroken),
        Ledger = parsed.GetValue(s_ledger),
        Inventory = parsed.GetValue(s_inventory),
        Color = !parsed.GetValue(s_noColor),
        Verbose = parsed.GetValue(s_verbose),
    };

    private static DiagnosticSeverity Severity(string text) => text switch
    {
        "warning" => DiagnosticSeverity.Warning,
        "info" => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };

    private static IEnumerable<string> Ids(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static Option<string> Choice(string name, string description, string @default, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => @default };
        return option.AcceptOnlyFromAmong(values);
    }
}
