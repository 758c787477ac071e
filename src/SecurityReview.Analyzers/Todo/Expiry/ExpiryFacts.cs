using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Todo.Expiry;

/// <summary>What a compilation says about the things that comments wait for.</summary>
internal sealed class ExpiryFacts
{
    /// <summary>Where the compiler shows the build property that says what day it is.</summary>
    public const string TodayProperty = "build_property.SecurityReviewToday";

    private const string TargetFrameworkProperty = "build_property.TargetFramework";

    private static readonly Version s_noVersion = new(0, 0, 0, 0);

    private readonly KnownTypes _types;
    private readonly Lazy<ILookup<string, IAssemblySymbol>> _references;
    private readonly ConcurrentDictionary<IAssemblySymbol, ReleaseNumber?> _releases = new(SymbolEqualityComparer.Default);

    private ExpiryFacts(KnownTypes types)
    {
        _types = types;
        _references = new(() => types.Compilation.SourceModule.ReferencedAssemblySymbols.ToLookup(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase));
    }

    public static ExpiryFacts Of(KnownTypes types) => types.Fact(static known => new ExpiryFacts(known));

    /// <summary>The day of the review; null where nobody says, so that the same sources give the same result on any day.</summary>
    public static DateTime? Today(AnalyzerConfigOptions options)
    {
        if (options.Get(ReviewOptions.TodoToday) is { } configured)
            return configured;
        return options.TryGetValue(TodayProperty, out var text) && IsoDate.Parse(text) is { } built ? built : null;
    }

    /// <summary>The version of the program itself. Without a version the compiler makes it 0.0.0.0, which reaches none.</summary>
    public Version OwnVersion => _types.Compilation.Assembly.Identity.Version;

    /// <summary>Whether the program itself has come as far as a release.</summary>
    public bool IsReached(ReleaseNumber release) =>
        OwnVersion > s_noVersion && ReleaseNumber.Parse(OwnVersion.ToString()) is { } own && own.CompareTo(release) >= 0;

    /// <summary>The release of a referenced package or assembly; null where it is not referenced or does not tell.</summary>
    public ReleaseNumber? ReleaseOf(string name) =>
        _references.Value[name].Select(assembly => _releases.GetOrAdd(assembly, ReadRelease)).FirstOrDefault(release => release is not null);

    /// <summary>The target framework of the file; null where nobody says.</summary>
    public TargetFramework? Target(AnalyzerConfigOptions options, SyntaxTree tree)
    {
        if (options.TryGetValue(TargetFrameworkProperty, out var text) && TargetFramework.Parse(text) is { } built)
            return built;
        var attribute = AttributeText(_types.Compilation.Assembly, "TargetFrameworkAttribute", "System", "Runtime", "Versioning");
        return attribute is not null && TargetFramework.Parse(attribute) is { } declared ? declared : BySymbols(tree);
    }

    /// <summary>The informational version, else that of the file. The assembly's own version often stays the same over many releases.</summary>
    private static ReleaseNumber? ReadRelease(IAssemblySymbol assembly) =>
        Read(assembly, "AssemblyInformationalVersionAttribute") ?? Read(assembly, "AssemblyFileVersionAttribute");

    private static ReleaseNumber? Read(IAssemblySymbol assembly, string attribute) =>
        AttributeText(assembly, attribute, "System", "Reflection") is { } text ? ReleaseNumber.Parse(text.Split(' ')[0]) : null;

    /// <summary>By name: a package built for another framework has its attributes from another assembly.</summary>
    private static string? AttributeText(IAssemblySymbol assembly, string attribute, params string[] declaring) =>
        assembly.GetAttributes().Where(data => data.AttributeClass?.Name == attribute && data.AttributeClass.ContainingNamespace.IsNamed(declaring))
            .Select(data => data.ConstructorArguments.FirstOrDefault().Value as string).FirstOrDefault();

    /// <summary>The highest <c>NET9_0_OR_GREATER</c> that is defined.</summary>
    private static TargetFramework? BySymbols(SyntaxTree tree) =>
        tree.Options is not CSharpParseOptions options
            ? null
            : options.PreprocessorSymbolNames.Where(symbol => symbol.EndsWith("_OR_GREATER", StringComparison.Ordinal))
                .Select(symbol => TargetFramework.Parse(symbol.Substring(0, symbol.Length - "_OR_GREATER".Length).Replace('_', '.')))
                .OfType<TargetFramework>().OrderBy(framework => framework.Family).ThenByDescending(framework => framework.Version).FirstOrDefault();
}
