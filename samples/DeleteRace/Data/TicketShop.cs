using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;

namespace Tickets.Data;

public class TicketShop(DbContextOptions<TicketShop> options) : DbContext(options)
{
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<Wishlist> Wishlists => Set<Wishlist>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<Venue> Venues => Set<Venue>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Seat>().HasKey(seat => new { seat.BookingId, seat.Row, seat.Number });
        modelBuilder.Entity<Venue>().HasIndex(venue => venue.Slug).IsUnique();
    }
}

public class Booking
{
    public Guid Id { get; set; }
    public Guid EventId { get; set; }
    public DateTime BookedAt { get; set; }
    public List<Seat> Seats { get; } = [];
}

public class Seat
{
    public Guid BookingId { get; set; }
    public int Row { get; set; }
    public int Number { get; set; }
}

public class Wishlist
{
    public int WishlistId { get; set; }
    public string OwnerId { get; set; } = "";
    public string Title { get; set; } = "";
}

public class AuditEntry
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public string Text { get; set; } = "";
}

public class Invitation
{
    public int Id { get; set; }
    public string Code { get; set; } = "";
    public string Email { get; set; } = "";
    public DateTime? AcceptedAt { get; set; }
}

public class Guest
{
    public int Id { get; set; }
    public string Email { get; set; } = "";
}

public class Venue
{
    public int Id { get; set; }
    public string Slug { get; set; } = "";
}
