using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Compiles a source as a <see cref="Setting"/> says, for tests that drive the compiler themselves.</summary>
internal static class Compilations
{
    public static CSharpCompilation Create(string source, Setting setting)
    {
        var parse = new CSharpParseOptions(setting.LanguageVersion, setting.DocumentationMode);
        var trees = setting.MoreSources.Select(file => (file.Name, file.Source)).Prepend(("/0/Test0.cs", source))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, parse, file.Item1));
        var references = setting.FrameworkOnly ? TestReferences.OfFrameworkOnly(setting.Framework) : TestReferences.Of(setting.Framework);
        var options = new CSharpCompilationOptions(setting.OutputKind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        return CSharpCompilation.Create("Test", trees, references, options);
    }
}
