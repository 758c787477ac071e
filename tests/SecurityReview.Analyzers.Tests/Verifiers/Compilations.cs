using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Compiles a source as a <see cref="Setting"/> says, for tests that drive the compiler themselves.</summary>
internal static class Compilations
{
    public static CSharpCompilation Create(string source, Setting setting)
    {
        var trees = setting.MoreSources.Select(file => (file.Name, file.Source)).Prepend(("/0/Test0.cs", source))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, setting.ParseOptions, file.Item1));
        return CSharpCompilation.Create("Test", trees, setting.References, setting.CompilationOptions);
    }
}
