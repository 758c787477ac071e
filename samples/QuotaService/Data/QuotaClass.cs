using System.ComponentModel.DataAnnotations;

namespace QuotaService.Data;

/// <summary>A named set of limits; the default class applies to projects without a quota of their own.</summary>
public sealed class QuotaClass
{
    public const string DefaultName = "default";

    [Key]
    public required string Name { get; set; }

    public required QuotaLimits Limits { get; set; }
}
