using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>Whether the value of an expression stays the same when it is evaluated later, once instead of twice, or needlessly.</summary>
internal sealed class EvaluationOrder(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>
    /// Whether the expression can be evaluated at a later place: it only reads, nothing between the two places writes what it reads,
    /// and what it names is in scope there.
    /// </summary>
    /// <param name="expression">The expression where it stands.</param>
    /// <param name="target">The node at whose place it will be evaluated.</param>
    /// <param name="isConditional">Whether it is only evaluated under a condition now, and always then.</param>
    public bool CanMove(ExpressionSyntax expression, SyntaxNode target, bool isConditional)
    {
        if (!OnlyReads(expression) || (isConditional && !NeverThrows(expression)))
            return false;
        var body = LocalReferences.BodyOf(target);
        foreach (var name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            if (symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IFieldSymbol or IPropertySymbol)
            {
                if (symbol is ILocalSymbol or IRangeVariableSymbol && !IsInScope(symbol, target))
                    return false;
                if (IsWrittenBetween(symbol, expression, target, body))
                    return false;
            }
        }

        if (MayBeChangedByCallBetween(expression, target, body))
            return false;

        return true;
    }

    /// <summary>Whether the expression reads variables and members and calls nothing but methods without side effects.</summary>
    public bool OnlyReads(ExpressionSyntax expression)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case AwaitExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax:
                case ThrowExpressionSyntax or DeclarationExpressionSyntax or PatternSyntax and not (ConstantPatternSyntax or DiscardPatternSyntax or TypePatternSyntax):
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    return false;
                case InvocationExpressionSyntax call when !IsPure(call):
                    return false;
            }
        }

        return true;
    }

    /// <summary>Methods that compute from their operands: of strings, and the text of simple values.</summary>
    private bool IsPure(InvocationExpressionSyntax call)
    {
        if (model.GetConstantValue(call, cancellation).HasValue)
            return true;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return false;
        return method.ContainingType.SpecialType == SpecialType.System_String
            || (method.Name == "ToString" && ValueKinds.Of(method.ContainingType) is not (ValueKind.None or ValueKind.Object));
    }

    /// <summary>Variables, and members of what the declarations say is never null.</summary>
    private bool NeverThrows(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol,
        ParenthesizedExpressionSyntax parenthesized => NeverThrows(parenthesized.Expression),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } =>
            model.GetSymbolInfo(receiver, cancellation).Symbol is IParameterSymbol { Type: { NullableAnnotation: NullableAnnotation.NotAnnotated } or { IsValueType: true } },
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => NeverThrows(sum.Left) && NeverThrows(sum.Right),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(part => NeverThrows(part.Expression)),
        LiteralExpressionSyntax => true,
        _ => false,
    };

    private static bool IsInScope(ISymbol variable, SyntaxNode target)
    {
        var declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        // The nearest list of statements or construct around the declaration is its scope.
        var scope = declaration?.Ancestors().FirstOrDefault(ancestor =>
            ancestor is BlockSyntax or SwitchSectionSyntax or CommonForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax or CatchClauseSyntax or CompilationUnitSyntax
                or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or IfStatementSyntax or WhileStatementSyntax);
        // A variable declared in the condition of an if belongs to the list around it, when it is not a pattern of another branch: only its own statement is taken.
        return scope is not null && scope.Span.Contains(target.Span);
    }

    private bool IsWrittenBetween(ISymbol symbol, SyntaxNode from, SyntaxNode target, SyntaxNode body)
    {
        var start = Math.Min(from.SpanStart, target.SpanStart);
        // In a loop that does not hold the hole as well, what stands below runs before.
        var loop = target.Ancestors().TakeWhile(ancestor => ancestor != body && !ancestor.Span.Contains(from.Span))
            .LastOrDefault(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        var end = loop?.Span.End ?? target.Span.End;
        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != symbol.Name || !IsWriteOf(name))
                continue;
            var isBetween = name.SpanStart > start && name.SpanStart < end && !from.Span.Contains(name.Span);
            var isInLambda = LocalReferences.BodyOf(name) != LocalReferences.BodyOf(target);
            if ((isBetween || isInLambda) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, symbol))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a call between the two places may change a member that the expression reads: a method of the same class for members of
    /// <c>this</c>, a call on or with the object for members of another.
    /// </summary>
    private bool MayBeChangedByCallBetween(ExpressionSyntax expression, SyntaxNode target, SyntaxNode body)
    {
        var names = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => (Name: name, model.GetSymbolInfo(name, cancellation).Symbol)).ToList();
        var readsOwnMember = names.Any(item => item.Symbol is IFieldSymbol { IsReadOnly: false, IsConst: false } or IPropertySymbol { SetMethod: { IsInitOnly: false } } && IsOwn(item.Name));
        var objects = names.Where(item => item.Symbol is ILocalSymbol or IParameterSymbol && item.Name.Parent is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } member && member.Expression == item.Name && member.Parent is not InvocationExpressionSyntax)
            .Select(item => item.Name.Identifier.ValueText).ToImmutableHashSet();
        if (!readsOwnMember && objects.Count == 0)
            return false;
        var (start, end) = (expression.Span.End, target.SpanStart);
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.SpanStart > start && call.Span.End <= end))
        {
            if (readsOwnMember && IsOwn(call.Expression) && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction })
                return true;
            var given = call.ArgumentList.Arguments.Select(argument => argument.Expression).Append(call.Expression is MemberAccessExpressionSyntax member ? member.Expression : call.Expression);
            if (given.OfType<IdentifierNameSyntax>().Any(name => objects.Contains(name.Identifier.ValueText)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a name is a member of the class itself: unqualified, or behind <c>this</c>.</summary>
    private static bool IsOwn(ExpressionSyntax name) => name switch
    {
        MemberAccessExpressionSyntax member => member.Expression is ThisExpressionSyntax or BaseExpressionSyntax,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax member } => member.Name != name || member.Expression is ThisExpressionSyntax or BaseExpressionSyntax,
        _ => true,
    };

    private static bool IsWriteOf(IdentifierNameSyntax name)
    {
        ExpressionSyntax mention = name;
        while (mention.Parent is MemberAccessExpressionSyntax member && member.Name == mention)
            mention = member;
        return LocalReferences.IsWrite(mention);
    }
}
