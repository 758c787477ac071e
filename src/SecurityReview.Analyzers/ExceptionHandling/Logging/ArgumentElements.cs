using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>The values of an argument: of an array or a collection expression, written out or not, its elements.</summary>
internal static class ArgumentElements
{
    public static IEnumerable<IOperation> Of(IArgumentOperation argument)
    {
        var value = argument.Value.Unwrap();
        if (value is IArrayCreationOperation { Initializer: { } elements })
            return elements.ElementValues;
        // A kind of argument that is newer than the compiler we build against: the elements of a collection that is no array.
        var isCollection = argument.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.ParamArray or ArgumentKind.DefaultValue or ArgumentKind.None);
        return isCollection || value.Syntax is CollectionExpressionSyntax ? value.ChildOperations : [argument.Value];
    }
}
