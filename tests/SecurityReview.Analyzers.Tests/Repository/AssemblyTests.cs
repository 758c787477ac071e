using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>The assemblies run inside other people's compilers: they may ask for nothing that an old host lacks.</summary>
public class AssemblyTests
{
    /// <summary>The compiler and what the compiler itself cannot do without at the floor version.</summary>
    private static readonly string[] s_hostAssemblies =
    [
        "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory",
    ];

    [Fact]
    public void Analyzers_DependOnTheCompilerAlone() =>
        Assert.Empty(References(typeof(RuleIds).Assembly).Except(s_hostAssemblies));

    [Fact]
    public void CodeFixes_DependOnTheWorkspacesAlone() =>
        Assert.Empty(References(typeof(ReviewFixProvider).Assembly).Except(
            [.. s_hostAssemblies, "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "SecurityReview.Analyzers"]));

    [Theory]
    [InlineData(typeof(RuleIds))]
    [InlineData(typeof(ReviewFixProvider))]
    public void Assemblies_AreBuiltAgainstTheFloor(Type anchor)
    {
        using var file = new PEReader(File.OpenRead(anchor.Assembly.Location));
        var metadata = file.GetMetadataReader();
        var compiler = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Single(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis");
        Assert.Equal(new Version(4, 8, 0, 0), compiler.Version);
    }

    /// <summary>
    /// A rule that registers for operations or syntax nodes itself makes the compiler walk every body for it, and one that waits for the end of the compilation is
    /// silent in the editor: rules register behind a gate, which the code block action is for.
    /// </summary>
    [Fact]
    public void Analyzers_RegisterNothingThatWalksEveryBody()
    {
        using var file = new PEReader(File.OpenRead(typeof(RuleIds).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var registrations = metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name)).Where(name => name.StartsWith("Register", StringComparison.Ordinal));
        Assert.Equal(
            [
                "RegisterAdditionalFileAction", "RegisterCodeBlockAction", "RegisterCompilationAction", "RegisterCompilationStartAction", "RegisterSemanticModelAction", "RegisterSymbolAction",
                "RegisterSyntaxTreeAction",
            ],
            registrations.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string?> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name);
}
