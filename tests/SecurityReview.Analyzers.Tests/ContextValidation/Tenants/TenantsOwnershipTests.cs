using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Data;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Tenants;

/// <summary>What the inventory says of ownership for the endpoints of the multi-tenant sample, careful and with faults.</summary>
public class TenantsOwnershipTests
{
    [Fact]
    public void CarefulSample_IsChecked()
    {
        var answers = Answers(TenantsSample.Sources);

        Assert.True(answers.Count >= 60, $"{answers.Count} endpoints");
        Assert.DoesNotContain(OwnershipAnswer.Unchecked, answers.Values);
        Assert.Equal(["AccountsController.Register", "ArticlesController.Get"], answers.Where(pair => pair.Value == OwnershipAnswer.Unknown).Select(pair => pair.Key));
        Assert.Equal(
            ["ArticlesController.Change", "InvoicesController.GetAny", "KeyEndpoints.Map: MapDelete /admin/keys/{id:guid}", "TicketsController.Assign"],
            answers.Where(pair => pair.Value == OwnershipAnswer.Privileged).Select(pair => pair.Key));
        Assert.Equal(OwnershipAnswer.NotOwned, answers["AnnouncementsController.Change"]);
        Assert.Equal(OwnershipAnswer.NotOwned, answers["TenantsProgram: MapGet /health"]);
        Assert.Equal(OwnershipAnswer.Checked, answers["TicketsController.Close"]);
        Assert.Equal(OwnershipAnswer.Checked, answers["ProjectsController.Rename"]);
        Assert.Equal(OwnershipAnswer.Checked, answers["ReportEndpoints.MapReports: MapPut /{id:int}/title"]);
    }

    [Theory]
    [InlineData("01-action-answers-what-the-service-finds", "TicketsController.Get")]
    [InlineData("04-service-closes-any-ticket", "TicketsController.Close")]
    [InlineData("07-attachment-of-another-ticket", "TicketsController.Download")]
    [InlineData("10-handler-answers-any-project", "ProjectsController.Get")]
    [InlineData("13-update-by-id-alone", "ProjectsController.Archive")]
    [InlineData("14-model-loses-its-filter", "InvoicesController.Get", "InvoicesController.Pay")]
    [InlineData("17-lambda-pins-any-note", "NoteEndpoints.MapNotes: MapPost /{id:int}/pin")]
    [InlineData("20-statement-renames-any-report", "ReportEndpoints.MapReports: MapPut /{id:int}/title")]
    [InlineData("23-command-text-without-the-user", "KeyEndpoints.Map: MapGet /keys/{id:guid}/label")]
    [InlineData("25-hub-opens-any-ticket", "TicketHub.Reopen")]
    [InlineData("26-hub-speaks-for-anybody", "TicketHub.Say")]
    [InlineData("28-page-changes-any-document", "EditModel.OnPostAsync")]
    [InlineData("31-ticket-in-anybodys-name", "TicketsController.Open")]
    [InlineData("60-export-without-a-user-is-of-everybody", "ExportsController.Start")]
    [InlineData("61-filter-is-ignored-for-everybody", "InvoicesController.GetAny")]
    public void Fault_IsUnchecked(string fault, params string[] endpoints) =>
        Assert.Equal(endpoints, Answers(TenantsSample.Apply(fault).Sources).Where(pair => pair.Value == OwnershipAnswer.Unchecked).Select(pair => pair.Key));

    /// <summary>The answer for each endpoint, by its name or route.</summary>
    private static SortedDictionary<string, OwnershipAnswer> Answers(ImmutableDictionary<string, string> sources)
    {
        var compilation = TenantsSample.Compile(sources);
        var types = KnownTypes.Of(compilation);
        var (endpoints, code) = (EntryPoints.Of(types), new ReachedCode(types));
        var ownership = new EndpointOwnership(types, new AnalyzerOptions([]), CancellationToken.None);
        var answers = new SortedDictionary<string, OwnershipAnswer>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is MethodDeclarationSyntax or LambdaExpressionSyntax))
            {
                var symbol = node is MethodDeclarationSyntax ? model.GetDeclaredSymbol(node) : model.GetSymbolInfo(node).Symbol;
                if (symbol is IMethodSymbol { IsAbstract: false } method && endpoints.KindOf(method) is not null)
                    answers.Add(NameOf(node, method), ownership.Of(method, code.From(method, CancellationToken.None)));
            }
        }

        return answers;
    }

    private static string NameOf(SyntaxNode node, IMethodSymbol method)
    {
        if (node is MethodDeclarationSyntax)
            return $"{method.ContainingType.Name}.{method.Name}";
        var around = node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } member ? $"{type.Identifier.ValueText}.{member.Identifier.ValueText}" : "TenantsProgram";
        var mapping = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        return $"{around}: {((MemberAccessExpressionSyntax)mapping.Expression).Name} {((LiteralExpressionSyntax)mapping.ArgumentList.Arguments[0].Expression).Token.ValueText}";
    }
}
