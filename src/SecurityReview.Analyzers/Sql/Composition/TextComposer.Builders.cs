using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>String builders that the code before the use fills.</summary>
internal sealed partial class TextComposer
{
    /// <summary>Reads the calls that fill a string builder; false where anything else happens to it.</summary>
    private bool Builder(IdentifierNameSyntax use)
    {
        if (_model.GetSymbolInfo(use, _cancellation).Symbol is not ILocalSymbol { Type: { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } } local
            || VariableSteps(local, use) is not { } path
            || path.Declarator.Initializer?.Value is not BaseObjectCreationExpressionSyntax { Initializer: null } creation)
        {
            return false;
        }

        var steps = new List<(ExpressionSyntax Root, SyntaxNode Statement, bool IsConditional)>();
        if (creation.ArgumentList is { Arguments.Count: > 0 } list)
        {
            if (list.Arguments.Count > 1 || _model.GetTypeInfo(list.Arguments[0].Expression, _cancellation).Type?.SpecialType != SpecialType.System_String)
                return false;
            steps.Add((list.Arguments[0].Expression, path.Statement, false));
        }

        foreach (var mention in path.Mentions)
        {
            if (!Appends(mention, out var calls, out var statement) || !MayRunBefore(statement, path.Statement, use, out var isConditional))
            {
                if (IsLenient)
                    continue;
                return false;
            }

            foreach (var call in calls)
                steps.Add((call, statement, isConditional));
        }

        return Steps(local, path.Statement, steps);
    }

    /// <summary>The chain of appending calls on a builder, if it is a statement of its own.</summary>
    private bool Appends(IdentifierNameSyntax mention, out List<ExpressionSyntax> calls, out StatementSyntax statement)
    {
        calls = [];
        statement = null!;
        ExpressionSyntax receiver = mention;
        while (receiver.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member && member.Expression == receiver)
        {
            if (!IsAppend(call))
                return false;
            calls.Add(call);
            receiver = call;
        }

        statement = (receiver.Parent as ExpressionStatementSyntax)!;
        return statement is not null && calls.Count > 0;
    }

    private bool IsAppend(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        return ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText switch
        {
            "AppendLine" when arguments.Count == 0 => true,
            "Append" or "AppendLine" => arguments.Count == 1 && arguments[0].NameColon is null && !IsSequence(arguments[0].Expression),
            "AppendFormat" => true,
            var name => IsLenient && name.StartsWith("Append", StringComparison.Ordinal),
        };
    }

    private bool IsBuilderCall(InvocationExpressionSyntax call, ILocalSymbol local) =>
        local.Type.SpecialType != SpecialType.System_String && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name.StartsWith("Append", StringComparison.Ordinal);

    private void AppendCall(InvocationExpressionSyntax call, SyntaxNode statement, bool isConditional)
    {
        var name = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;
        var first = _pieces.Count;
        var outer = _isConditional;
        _isConditional |= isConditional;
        if (name == "AppendFormat")
        {
            if (_model.GetSymbolInfo(call, _cancellation).Symbol is not IMethodSymbol method || !Format(call, method))
                Hole(call, call);
        }
        else if (name is not ("Append" or "AppendLine"))
        {
            Hole(call, call.ArgumentList.Arguments.LastOrDefault()?.Expression ?? call);
        }
        else
        {
            if (call.ArgumentList.Arguments.Count > 0)
                Read(call.ArgumentList.Arguments[0].Expression);
            if (name == "AppendLine")
                _pieces.Add(new ConstantPiece(call, "\n"));
        }

        _isConditional = outer;
        _steps.Add(new TextStep(call, statement, isConditional, first, _pieces.Count));
    }
}
