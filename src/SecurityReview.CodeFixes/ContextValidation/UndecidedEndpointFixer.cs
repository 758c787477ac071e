using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Undecided;
using SecurityReview.CodeFixes.ContextValidation.Authorization;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Says who may call: whoever has signed in, or, on request, anybody.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndecidedEndpointFixer))]
public sealed class UndecidedEndpointFixer() : ReviewFixProvider(RuleIds.UndecidedEndpoint, RequireAuthorization, "Require authorization for all endpoints without a decision")
{
    /// <summary>The equivalence key of the default repair.</summary>
    public const string RequireAuthorization = "authorization.require";

    /// <summary>The equivalence key of the other decision.</summary>
    public const string AllowAnonymous = "authorization.allow_anonymous";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var span = context.Diagnostic.Location.SourceSpan;
        if (context.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && method.Identifier.Span == span)
            return OfMember(method, context);
        return context.Node.FirstAncestorOrSelf<SimpleNameSyntax>() is { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } name && name.Span == span
            ? OfRoute(call, context)
            : ImmutableArray<Repair>.Empty;
    }

    private static ImmutableArray<Repair> OfMember(MethodDeclarationSyntax method, RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(UndecidedProperties.Namespace, out var space) || space is null)
            return ImmutableArray<Repair>.Empty;
        var onType = context.Diagnostic.Properties.ContainsKey(UndecidedProperties.OnType);
        if ((onType ? (MemberDeclarationSyntax?)method.FirstAncestorOrSelf<ClassDeclarationSyntax>() : method) is not { } target)
            return ImmutableArray<Repair>.Empty;
        return ImmutableArray.Create(
            Repair.OfText("Require authorization", RequireAuthorization, AttributeText.Add(target, space, "Authorize", context)),
            Repair.OfText("Allow anonymous callers", AllowAnonymous, AttributeText.Add(target, space, "AllowAnonymous", context)));
    }

    private static ImmutableArray<Repair> OfRoute(InvocationExpressionSyntax call, RepairContext context)
    {
        var last = call;
        while (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } && IsConventionBuilder(next, context))
            last = next;
        if (!IsConventionBuilder(call, context))
            return ImmutableArray<Repair>.Empty;
        return ImmutableArray.Create(
            Repair.OfText("Require authorization", RequireAuthorization, [Append(last, call, "RequireAuthorization", context.Text)]),
            Repair.OfText("Allow anonymous callers", AllowAnonymous, [Append(last, call, "AllowAnonymous", context.Text)]));
    }

    /// <summary>A further call at the end of the chain, on a line of its own where the one before has one.</summary>
    private static TextChange Append(InvocationExpressionSyntax last, InvocationExpressionSyntax first, string name, SourceText text)
    {
        var separator = "";
        if (last != first && last.Expression is MemberAccessExpressionSyntax { OperatorToken: var dot })
        {
            var line = text.Lines.GetLineFromPosition(dot.SpanStart);
            var before = text.ToString(TextSpan.FromBounds(line.Start, dot.SpanStart));
            if (before.Trim().Length == 0)
                separator = "\n" + before;
        }

        return new TextChange(new TextSpan(last.Span.End, 0), $"{separator}.{name}()");
    }

    private static bool IsConventionBuilder(InvocationExpressionSyntax call, RepairContext context) =>
        context.Model.GetTypeInfo(call, context.CancellationToken).Type is { } type &&
        (type.Name == "IEndpointConventionBuilder" || type.AllInterfaces.Any(static item => item.Name == "IEndpointConventionBuilder"));
}
