using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Conversions: what becomes of lambdas, formatted texts and collections as another type.</content>
internal sealed partial class TransferFunction
{
    private AbstractValue Convert(IConversionOperation conversion)
    {
        var operand = Evaluate(conversion.Operand);
        if (conversion.Operand is IInterpolatedStringOperation && conversion.Type is { Name: "FormattableString" or "IFormattable" })
            return Formattable(conversion, operand);
        if (conversion.Operand is IFlowAnonymousFunctionOperation lambda)
            return CodeAsData(conversion, lambda);
        if (IsDictionary(conversion.Operand.Type) && conversion.Type is { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T })
            return PairsOf(operand, conversion.Syntax);
        if (Enumerated(conversion, operand) is { } elements)
            return elements;
        return (conversion.OperatorMethod is { } method ? CallOperator(method, conversion, operand) : null) ?? operand;
    }

    /// <summary>A lambda as an expression tree is data, and code only once it is compiled.</summary>
    private AbstractValue CodeAsData(IConversionOperation conversion, IFlowAnonymousFunctionOperation lambda)
    {
        var tree = AbstractValue.OfObject(new HeapObject.Allocation(conversion.Syntax, conversion.Type));
        WriteSlot(tree, "Compiled", AbstractValue.OfObject(new HeapObject.Function(lambda.Symbol, Single(This), new HeapObject.Closure(_unit.Symbol, null))));
        return tree;
    }

    /// <summary>A text that keeps its format, which is written in the code, apart from what fills it.</summary>
    private AbstractValue Formattable(IConversionOperation conversion, AbstractValue text)
    {
        var made = text.WithObject(new HeapObject.Allocation(conversion.Syntax));
        WriteSlot(made, "Format", AbstractValue.Clean);
        return made;
    }

    /// <summary>What is handed on as something that can be enumerated, by code of this compilation, is what its enumerator gives too.</summary>
    private AbstractValue? Enumerated(IConversionOperation conversion, AbstractValue operand)
    {
        if (conversion.Type is not { SpecialType: SpecialType.System_Collections_IEnumerable } and not { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } ||
            conversion.Operand.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false } type || operand.Objects.IsEmpty)
        {
            return null;
        }

        var enumerate = type.SelfAndBaseTypes().SelectMany(static current => current.GetMembers("GetEnumerator")).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.IsEmpty);
        return enumerate is not null && CallBodies(enumerate, operand, s_noArguments, conversion, type, isVirtual: true) is { } enumerator ? operand.Join(enumerator) : null;
    }
}
