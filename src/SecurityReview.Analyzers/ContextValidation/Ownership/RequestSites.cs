using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Finds where the requests come from that a mediator leads to a handler: where they are made, and where an endpoint is given one and sends it.</summary>
internal sealed class RequestSites(KnownTypes types)
{
    private const int MaximumPlaces = 64;

    /// <summary>The values that the id in a handler has where the request is made; empty where the function handles no requests.</summary>
    public IEnumerable<(IOperation Value, RequestSite Site)> Of(IMethodSymbol function, IParameterSymbol parameter, IOperation id, CancellationToken cancellation)
    {
        if (parameter.Ordinal != 0 || !RequestHandlers.IsHandler(function))
            yield break;
        var member = (ValueForm.Peel(id) as IMemberReferenceOperation)?.Member.Name;
        foreach (var token in NameIndex.Of(types.Compilation).IdentifiersOf(parameter.Type.Name, cancellation).Take(MaximumPlaces))
        {
            if (token.Parent is not SimpleNameSyntax name || SiteOf(name, parameter.Type, cancellation) is not var (operation, around))
                continue;
            var value = operation is IObjectCreationOperation creation && member is not null ? Given(creation, member) ?? operation : operation;
            yield return (value, new RequestSite(operation, around));
        }
    }

    private (IOperation Operation, ISymbol Member)? SiteOf(SimpleNameSyntax name, ITypeSymbol request, CancellationToken cancellation)
    {
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax or NullableTypeSyntax)
            type = type.Parent;
        var model = ForeignModels.Of(types.Compilation, name.SyntaxTree);
        SyntaxNode? place = type.Parent switch
        {
            ObjectCreationExpressionSyntax creation when creation.Type == type => creation,
            ParameterSyntax given => SentIn(given),
            _ => null,
        };
        if (place is null || model.GetOperation(place, cancellation) is not { } operation || !SymbolEqualityComparer.Default.Equals(operation.Type, request))
            return null;
        return model.GetEnclosingSymbol(place.SpanStart, cancellation) is { } inside ? (operation, inside.MemberAround()) : null;
    }

    /// <summary>Where a function hands on the request that it was given: <c>mediator.Send(command)</c>.</summary>
    private static SyntaxNode? SentIn(ParameterSyntax parameter)
    {
        var function = parameter.Parent?.Parent;
        var name = parameter.Identifier.ValueText;
        return function?.DescendantNodes().OfType<ArgumentSyntax>().Select(static argument => argument.Expression)
            .FirstOrDefault(expression => expression is IdentifierNameSyntax used && used.Identifier.ValueText == name);
    }

    private static IOperation? Given(IObjectCreationOperation creation, string member) =>
        creation.Arguments.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, member, StringComparison.OrdinalIgnoreCase))?.Value
            ?? creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(item => item.Target is IMemberReferenceOperation target && target.Member.Name == member)?.Value;
}
