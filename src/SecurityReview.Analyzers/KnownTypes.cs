using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers;

/// <summary>The types that the rules know, looked up when first asked for; one instance per compilation, shared by all analyzers.</summary>
internal sealed class KnownTypes
{
    private static readonly ConditionalWeakTable<Compilation, KnownTypes> s_perCompilation = new();

    private static readonly ImmutableHashSet<string> s_testFrameworks =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core");

    private readonly Compilation _compilation;
    private readonly DeclaredTypes _declared;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> _facts = new();
    private StrongBox<bool>? _refersToTests;

    private KnownTypes(Compilation compilation)
    {
        _compilation = compilation;
        _declared = new DeclaredTypes(compilation);
    }

    public Compilation Compilation => _compilation;

    public static KnownTypes Of(Compilation compilation) =>
        s_perCompilation.GetValue(compilation, static key => new KnownTypes(key));

    /// <summary>The type with a metadata name (<c>System.Func`1</c>), or null where the compilation has none.</summary>
    public INamedTypeSymbol? this[string metadataName] => _types.GetOrAdd(metadataName, _declared.Find);

    /// <summary>
    /// A fact about the whole compilation that several rules share, made by the first who asks. The factory must give equal facts
    /// however often it runs, and must not keep a cancellation.
    /// </summary>
    public T Fact<T>(Func<KnownTypes, T> factory)
        where T : class =>
        (T)_facts.GetOrAdd(typeof(T), _ => factory(this));

    /// <summary>
    /// Whether this is a test project: the build says so, or a test framework is referenced. Never by the name of a file or folder.
    /// </summary>
    public bool IsTestProject(AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var text) && bool.TryParse(text, out var isTest) && isTest)
            return true;
        return (_refersToTests ??= new StrongBox<bool>(_compilation.ReferencedAssemblyNames.Any(static assembly => s_testFrameworks.Contains(assembly.Name)))).Value;
    }
}
