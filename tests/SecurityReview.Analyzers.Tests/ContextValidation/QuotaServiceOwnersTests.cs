using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The three helpers of the sample service that take another owner's id over, as they stand there.</summary>
public class QuotaServiceOwnersTests
{
    private static readonly string s_source = Source();

    [Fact]
    public async Task ThreeHelpers_AreReportedAndAfterTheRepairSilent()
    {
        Assert.Equal(
            [
                "IdsFromInstance: context.UserId != instance.UserId",
                "IdsFromSecurityGroup: context.ProjectId != group.ProjectId",
                "IdsFromServerGroup: context.ProjectId == group.ProjectId",
            ],
            await FindingsAsync(s_source));

        // The findings are asked for in a project that compiles: so does what the repair makes.
        var repaired = await OfferedRepairs.FixAllAsync<MismatchedOwnerAnalyzer, MismatchedOwnerFixer>(s_source, MismatchedOwnerFixer.Deny);

        Assert.Empty(await FindingsAsync(repaired));
        Assert.NotEqual(s_source, repaired);
        Assert.Equal(Neighbours(s_source), Neighbours(repaired));
    }

    /// <summary>Each finding as its method and the code it stands at.</summary>
    private static async Task<IEnumerable<string>> FindingsAsync(string source)
    {
        using var workspace = new Microsoft.CodeAnalysis.AdhocWorkspace();
        var findings = await FixAllFindings<MismatchedOwnerAnalyzer>.OfAsync(OfferedRepairs.AddDocument(workspace, source, Setting.Default).Project, CancellationToken.None);
        return findings.Select(finding =>
        {
            var node = finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan);
            return $"{node.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.ValueText}: {node}";
        });
    }

    /// <summary>The helpers that are right already, and the rest of the service.</summary>
    private static IEnumerable<string> Neighbours(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.ValueText is not ("IdsFromInstance" or "IdsFromSecurityGroup" or "IdsFromServerGroup")).Select(method => method.ToString());

    /// <summary>The helpers with what they are about, in one file. How the context is made of claims is another matter.</summary>
    private static string Source()
    {
        var folder = SampleSources.FolderOf("QuotaService");
        string[] files = ["Quotas/QuotaOwners.cs", "Quotas/QuotaOwner.cs", "Security/RequestContext.cs", "Data/Instance.cs", "Data/SecurityGroup.cs", "Data/ServerGroup.cs", "Data/Reservation.cs"];
        var roots = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n")).GetCompilationUnitRoot()).ToList();
        var usings = roots.SelectMany(root => root.Usings).Select(directive => directive.ToString().Trim()).Where(text => !text.Contains("QuotaService", StringComparison.Ordinal)).Concat(["using System;", "using System.Collections.Generic;"]).Distinct();
        return $"{string.Join("\n", usings)}\n\nnamespace QuotaService;\n\n{string.Join("\n\n", roots.SelectMany(root => root.Members.SelectMany(member => member is BaseNamespaceDeclarationSyntax space ? space.Members : [member])).Select(Text))}\n";
    }

    private static string Text(MemberDeclarationSyntax member) =>
        (member is RecordDeclarationSyntax { Identifier.ValueText: "RequestContext" } context
            ? context.WithMembers([.. context.Members.Where(part => part is MethodDeclarationSyntax { Identifier.ValueText: ['C', 'a', 'n', ..] })])
            : member).ToString();
}
