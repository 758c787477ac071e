using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Calls that compose text.</summary>
internal sealed partial class TextComposer
{
    /// <summary>Reads a call that composes text from its arguments; false for any other call.</summary>
    private bool Call(InvocationExpressionSyntax invocation)
    {
        if (invocation.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" or "Join" or "Invariant" or "Create" or "ToString" } member)
            return false;
        var arguments = invocation.ArgumentList.Arguments;
        if (_model.GetSymbolInfo(invocation, _cancellation).Symbol is not IMethodSymbol method || arguments.Any(argument => argument.NameColon is not null))
            return false;
        var isString = method.ContainingType.SpecialType == SpecialType.System_String;
        return method.Name switch
        {
            "Format" when isString => Format(invocation, method),
            "Concat" when isString && method.Parameters.All(IsElement) => Elements(arguments, 0, separator: null),
            "Join" when isString && arguments.Count > 2 && ConstantText(arguments[0].Expression) is { } separator => Elements(arguments, 1, separator),
            "Invariant" when arguments.Count == 1 && method.ContainingType.ToDisplayString() == "System.FormattableString" => Formatted(arguments[0], null, isInvariant: true),
            "Create" when isString && arguments.Count == 2 => Formatted(arguments[1], arguments[0].Expression, isInvariant: false),
            "ToString" when arguments.Count == 0 => member.Expression is IdentifierNameSyntax name && Builder(name),
            _ => false,
        };
    }

    /// <summary>Whether a parameter takes one element or a params list, and no sequence.</summary>
    private static bool IsElement(IParameterSymbol parameter) =>
        parameter.IsParams || parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object;

    private bool Elements(SeparatedSyntaxList<ArgumentSyntax> arguments, int start, string? separator)
    {
        // A single array or sequence in the place of the elements is not split up.
        if (arguments.Count <= start || arguments.Skip(start).Any(argument => IsSequence(argument.Expression)))
            return false;
        for (var i = start; i < arguments.Count; i++)
        {
            if (i > start && !string.IsNullOrEmpty(separator))
                _pieces.Add(new ConstantPiece(arguments[0].Expression, separator!));
            Read(arguments[i].Expression);
        }

        return true;
    }

    private bool IsSequence(ExpressionSyntax expression) =>
        _model.GetTypeInfo(expression, _cancellation).Type is not { } type
        || type.TypeKind == TypeKind.Array
        || (type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable));

    private bool Formatted(ArgumentSyntax argument, ExpressionSyntax? provider, bool isInvariant)
    {
        if (Unwrap(argument.Expression) is not InterpolatedStringExpressionSyntax text)
            return false;
        Interpolated(text, provider, isInvariant);
        return true;
    }

    /// <summary>Reads <c>string.Format</c> with its format written right there.</summary>
    private bool Format(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var formatIndex = method.Parameters.Length > 0 && method.Parameters[0].Name == "provider" ? 1 : 0;
        if (arguments.Count <= formatIndex + 1
            || Unwrap(arguments[formatIndex].Expression) is not LiteralExpressionSyntax literal
            || LiteralDecoder.Decode(literal) is not { } format
            || (arguments.Count == formatIndex + 2 && _model.GetTypeInfo(arguments[formatIndex + 1].Expression, _cancellation).Type is null or { TypeKind: TypeKind.Array })
            || FormatItems.Read(format) is not { } items
            || items.Any(item => item.Index >= arguments.Count - formatIndex - 1))
        {
            return false;
        }

        foreach (var item in items)
        {
            if (item.Text is { } text)
            {
                _pieces.Add(new LiteralPiece(literal, text));
                continue;
            }

            var argument = arguments[formatIndex + 1 + item.Index];
            if (item.Alignment is null && item.Format is null && ConstantText(argument.Expression) is { } constant)
            {
                _pieces.Add(new ConstantPiece(argument, constant));
                continue;
            }

            _pieces.Add(NewHole(argument, Unwrap(argument.Expression)) with
            {
                Format = item.Format,
                Alignment = item.Alignment?.ToString(CultureInfo.InvariantCulture),
                Provider = formatIndex == 1 ? arguments[0].Expression : null,
                ItemSpan = item.Span,
            });
        }

        return true;
    }
}
