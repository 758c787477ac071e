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

    private static IEnumerable<string?> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name);
}
