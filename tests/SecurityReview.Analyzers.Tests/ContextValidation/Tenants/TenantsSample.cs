using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Tenants;

/// <summary>The sources of the multi-tenant sample, and the faults that can be seeded into them, each a file of texts to replace.</summary>
internal static class TenantsSample
{
    /// <summary>Marks the lines of a fault that are reported.</summary>
    public const string Mark = "// here";

    private const string Sample = "Tenants";

    private static readonly Setting s_setting = Setting.Program;

    private static readonly string s_faults = Path.Combine(TestReferences.RepositoryRoot, "tests", "SecurityReview.Analyzers.Tests", "ContextValidation", "Tenants", "Faults");

    private static readonly Lazy<CSharpCompilation> s_careful = new(Careful);

    /// <summary>The careful sources by their paths.</summary>
    public static ImmutableDictionary<string, string> Sources { get; } =
        SampleSources.FilesOf(Sample).ToImmutableDictionary(
            static file => Path.GetRelativePath(SampleSources.FolderOf(Sample), file).Replace('\\', '/'),
            static file => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>The names of the faults.</summary>
    public static IEnumerable<string> Faults => Directory.EnumerateFiles(s_faults, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>The rule that reports a fault, and the sources with it.</summary>
    public static (string Rule, ImmutableDictionary<string, string> Sources) Apply(string fault)
    {
        var parts = File.ReadAllText(Path.Combine(s_faults, fault + ".txt")).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n=== ");
        var sources = Sources;
        foreach (var part in parts.Skip(1))
        {
            var file = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var texts = part[(file.Length + 1)..].Split("\n--->\n");
            var (before, after) = (texts[0], texts.Length > 1 ? texts[1].TrimEnd('\n') : "");
            Assert.Contains(before, sources[file], StringComparison.Ordinal);
            var at = sources[file].IndexOf(before, StringComparison.Ordinal);
            sources = sources.SetItem(file, sources[file][..at] + after + sources[file][(at + before.Length)..]);
        }

        return (parts[0]["rule: ".Length..].Trim(), sources);
    }

    /// <summary>What a fault leaves alone is parsed once.</summary>
    public static CSharpCompilation Compile(ImmutableDictionary<string, string> sources)
    {
        var compilation = s_careful.Value;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => sources.TryGetValue(tree.FilePath, out var text) && text != Sources[tree.FilePath]))
            compilation = compilation.ReplaceSyntaxTree(tree, Parse(tree.FilePath, sources[tree.FilePath]));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static CSharpCompilation Careful() => CSharpCompilation.Create(
        Sample,
        Sources.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => Parse(file.Key, file.Value)).Append(Parse("ImplicitUsings.g.cs", SampleSources.ImplicitUsings)),
        s_setting.References,
        s_setting.CompilationOptions);

    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, s_setting.ParseOptions, file);
}
