namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>A service on stores that keep versions.</summary>
internal static class VersionCode
{
    public static string In(string body) => $$"""
        using System;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2.DataModel;
        using Azure;
        using Azure.Data.Tables;
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;
        using Microsoft.Azure.Cosmos;
        using Microsoft.EntityFrameworkCore;

        public class Service(Shop db, TableClient table, Container container, BlobClient blob, IDynamoDBContext dynamo)
        {
            private static readonly SemaphoreSlim s_gate = new(1);

            public async Task<bool> RunAsync(string id, Guid key, CancellationToken ct)
            {
                await s_gate.WaitAsync(0, ct);
                return await StepAsync(id, key, ct);
            }

            public async Task<bool> DeleteAsync(string id, Guid key, CancellationToken ct)
            {
                await Task.Yield();
                {{body}}
                return true;
            }

            private Task<bool> StepAsync(string id, Guid key, CancellationToken ct) => Task.FromResult(db is not null && table is not null && container is not null && blob is not null && dynamo is not null && id.Length > 0 && key != default && !ct.IsCancellationRequested);
        }

        public class Shop : DbContext
        {
            public DbSet<Price> Prices => Set<Price>();
            public DbSet<Offer> Offers => Set<Offer>();
            public DbSet<Note> Notes => Set<Note>();
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Offer>().Property(offer => offer.Version).IsConcurrencyToken();
        }

        public class Price { public Guid Id { get; set; } public int Amount { get; set; } [Timestamp] public byte[] RowVersion { get; set; } = []; }
        public class Offer { public Guid Id { get; set; } public int Version { get; set; } public bool Closed { get; set; } }
        public class Note { public Guid Id { get; set; } public int Version { get; set; } }
        public class Device : ITableEntity
        {
            public string PartitionKey { get; set; } = "";
            public string RowKey { get; set; } = "";
            public DateTimeOffset? Timestamp { get; set; }
            public ETag ETag { get; set; }
            public string State { get; set; } = "";
        }
        public class Job { public string id { get; set; } = ""; public string State { get; set; } = ""; }
        """;
}
