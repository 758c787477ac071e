using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>
/// Of which exceptions the message is that reaches a client: the types at the places where <c>Message</c> is read, as narrow as tests, patterns and filters around
/// them make them; where none is on the way, the type at the source.
/// </summary>
internal sealed class MessageReads(Compilation compilation, CancellationToken cancellation)
{
    private readonly INamedTypeSymbol? _exception = compilation.GetTypeByMetadataName("System.Exception");

    /// <summary>The types; empty where the exception was looked into in a way that is not understood.</summary>
    public IReadOnlyList<ITypeSymbol> Of(SyntaxNode sent, TaintFlow flow)
    {
        var nodes = flow.Path.Where(static step => step.SourceTree is not null)
            .Select(step => step.SourceTree!.GetRoot(cancellation).FindNode(step.SourceSpan, getInnermostNodeForTie: true)).Prepend(sent).Distinct();
        var reads = nodes.SelectMany(ReadsIn).Distinct().ToList();
        if (reads.Count == 0)
            return AtSource(flow.Source.Location) is { } type ? [type] : [];
        return reads.Any(IsChosenByStatus) ? [] : reads.SelectMany(TypesAt).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).ToList();
    }

    /// <summary>The receivers of <c>.Message</c> within a node.</summary>
    private IEnumerable<ExpressionSyntax> ReadsIn(SyntaxNode node)
    {
        foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(static name => name.Identifier.ValueText == "Message"))
        {
            var receiver = name.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
                MemberBindingExpressionSyntax => name.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
                _ => null,
            };
            if (receiver is not null && TypeOf(receiver).IsOrInherits(_exception))
                yield return receiver;
        }
    }

    private IEnumerable<ITypeSymbol> TypesAt(ExpressionSyntax receiver)
    {
        var name = receiver.ToString();
        SyntaxNode child = receiver;
        foreach (var ancestor in receiver.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax))
        {
            var tested = ancestor switch
            {
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax @switch } arm when @switch.GoverningExpression.ToString() == name => TypesIn(arm.Pattern),
                SwitchSectionSyntax { Parent: SwitchStatementSyntax @switch } section when @switch.Expression.ToString() == name => section.Labels.SelectMany(TypesIn).ToList(),
                IfStatementSyntax @if when child == @if.Statement => TestsOf(@if.Condition, name),
                ConditionalExpressionSyntax choice when child == choice.WhenTrue => TestsOf(choice.Condition, name),
                CatchClauseSyntax { Filter: { } filter, Declaration.Identifier.ValueText: var caught } when caught == name => TestsOf(filter.FilterExpression, name),
                _ => [],
            };
            if (tested.Count > 0)
                return tested;
            child = ancestor;
        }

        return TypeOf(receiver) is { } type ? [type] : [];
    }

    /// <summary><c>ex is NotFoundException or ConflictException</c>; a negated test tells nothing.</summary>
    private List<ITypeSymbol> TestsOf(ExpressionSyntax condition, string name) => condition.DescendantNodesAndSelf().SelectMany(node => node switch
    {
        IsPatternExpressionSyntax test when test.Expression.ToString() == name => TypesIn(test.Pattern),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: TypeSyntax tested } test when test.Left.ToString() == name => TypeOf(tested) is { } type ? [type] : [],
        _ => [],
    }).ToList();

    private List<ITypeSymbol> TypesIn(SyntaxNode pattern)
    {
        if (pattern.DescendantNodesAndSelf().Any(static node => node.IsKind(SyntaxKind.NotPattern)))
            return [];
        return pattern.DescendantNodesAndSelf().OfType<TypeSyntax>().Select(TypeOf).OfType<ITypeSymbol>().Where(type => type.IsOrInherits(_exception)).ToList();
    }

    /// <summary>The message is sent for some answers only: which, the status that was found for the exception says.</summary>
    private static bool IsChosenByStatus(ExpressionSyntax receiver)
    {
        SyntaxNode child = receiver;
        foreach (var ancestor in receiver.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax))
        {
            var condition = ancestor switch
            {
                IfStatementSyntax @if when child != @if.Condition => @if.Condition,
                ConditionalExpressionSyntax choice when child != choice.Condition => choice.Condition,
                _ => null,
            };
            if (condition?.ToString().IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
            child = ancestor;
        }

        return false;
    }

    private ITypeSymbol? AtSource(Location location)
    {
        if (location.SourceTree is not { } tree)
            return _exception;
        var node = tree.GetRoot(cancellation).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return node.AncestorsAndSelf().Select(ancestor => ancestor switch
        {
            CatchDeclarationSyntax declaration => TypeOf(declaration.Type),
            ParameterSyntax { Type: { } type } => TypeOf(type),
            ExpressionSyntax expression when TypeOf(expression) is { } type && type.IsOrInherits(_exception) => type,
            _ => null,
        }).FirstOrDefault(static type => type is not null) ?? _exception;
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression)
    {
        var model = ForeignModels.Of(compilation, expression.SyntaxTree);
        return model.GetTypeInfo(expression, cancellation).Type ?? model.GetSymbolInfo(expression, cancellation).Symbol as ITypeSymbol;
    }
}
