using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Compiles a source as a <see cref="Setting"/> says, for tests that drive the compiler themselves.</summary>
internal static class Compilations
{
    /// <summary>What a compilation is begun from: it takes over the references that were bound for another one, which otherwise is most of its time.</summary>
    private static readonly ConcurrentDictionary<(string Framework, bool FrameworkOnly, OutputKind OutputKind), CSharpCompilation> s_empty = new();

    public static CSharpCompilation Create(string source, Setting setting)
    {
        var trees = setting.MoreSources.Select(file => (file.Name, file.Source)).Prepend(("/0/Test0.cs", source))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, setting.ParseOptions, file.Item1));
        return s_empty.GetOrAdd((setting.Framework, setting.FrameworkOnly, setting.OutputKind), _ => Empty(setting)).AddSyntaxTrees(trees);
    }

    private static CSharpCompilation Empty(Setting setting)
    {
        var empty = CSharpCompilation.Create("Test", null, setting.References, setting.CompilationOptions);
        // Asked for one of its types, it binds them.
        empty.GetSpecialType(SpecialType.System_Object);
        return empty;
    }
}
