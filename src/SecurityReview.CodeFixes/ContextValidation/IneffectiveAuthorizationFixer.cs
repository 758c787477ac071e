using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Ineffective;
using SecurityReview.CodeFixes.ContextValidation.Authorization;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Puts authorization where it has its effect: a step of the pipeline before the one that needs it, the attribute of all handlers on their page, and what lets everybody in on the
/// actions that do not ask for more. Where nobody can tell what was meant, there is no repair.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IneffectiveAuthorizationFixer))]
public sealed class IneffectiveAuthorizationFixer() : ReviewFixProvider(RuleIds.IneffectiveAuthorization, MakeEffective, "Put authorization where it has an effect")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string MakeEffective = "authorization.make_effective";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(IneffectiveProperties.Repair, out var kind))
            return ImmutableArray<Repair>.Empty;
        var (title, changes) = kind switch
        {
            IneffectiveProperties.MoveStep => ("Move the step of the pipeline", StepMove.Plan(context)),
            IneffectiveProperties.MoveToPage => ("Put the attribute on the page", OnPage(context)),
            IneffectiveProperties.NarrowAnonymous => ("Let everybody call the other actions only", Narrowed(context)),
            _ => ("", (IReadOnlyList<TextChange>)[]),
        };
        return changes.Count == 0 ? ImmutableArray<Repair>.Empty : ImmutableArray.Create(Repair.OfText(title, MakeEffective, changes));
    }

    /// <summary>Moves the attribute where every handler of the page has one: else those without would be closed too.</summary>
    private static IReadOnlyList<TextChange> OnPage(RepairContext context)
    {
        if (AttributeAt(context) is not { Parent.Parent: MethodDeclarationSyntax { Parent: ClassDeclarationSyntax page } } attribute || context.Model.GetDeclaredSymbol(page, context.CancellationToken) is not { } symbol)
            return [];
        var handlers = symbol.GetMembers().OfType<IMethodSymbol>().Where(static member => member.DeclaredAccessibility == Accessibility.Public && member.Name.StartsWith("On", StringComparison.Ordinal)).ToList();
        var attributes = handlers.Select(static handler => handler.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax)
            .Select(handler => handler?.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(other => other.ToString() == attribute.ToString())).ToList();
        if (attributes.Any(other => other is null || other.SyntaxTree != attribute.SyntaxTree) || attribute.Name is not SimpleNameSyntax)
            return [];
        var move = attributes.Select(other => AttributeText.Remove(other!, context.Text)).ToList();
        if (context.Model.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingNamespace.ToDisplayString() is { } space)
            move.AddRange(AttributeText.Add(page, space, attribute.ToString(), context));
        return move;
    }

    /// <summary>Takes what lets everybody in off the class and puts it on the actions that say nothing themselves.</summary>
    private static IReadOnlyList<TextChange> Narrowed(RepairContext context)
    {
        if (AttributeAt(context) is not { Parent.Parent: MethodDeclarationSyntax { Parent: ClassDeclarationSyntax type } } || type.Modifiers.Any(SyntaxKind.PartialKeyword) || type.Modifiers.Any(SyntaxKind.AbstractKeyword))
            return [];
        var cause = context.Diagnostic.AdditionalLocations.FirstOrDefault();
        if (cause is null || type.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute => attribute.Span == cause.SourceSpan) is not { } open
            || context.Model.GetDeclaredSymbol(type, context.CancellationToken) is not { BaseType: { } origin } || origin.DeclaringSyntaxReferences.Length > 0)
        {
            return [];
        }

        var changes = new List<TextChange> { AttributeText.Remove(open, context.Text) };
        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
        {
            if (!method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Modifiers.Any(SyntaxKind.StaticKeyword) || Says(method))
                continue;
            changes.AddRange(AttributeText.Add(method, "Microsoft.AspNetCore.Authorization", "AllowAnonymous", context));
        }

        return changes;
    }

    private static bool Says(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString() is var name && (name.Contains("Authorize") || name.Contains("AllowAnonymous") || name.Contains("NonAction")));

    private static AttributeSyntax? AttributeAt(RepairContext context) =>
        context.Node.FirstAncestorOrSelf<AttributeSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
}
